import { describeData, type IntentModel } from './intentModel.ts';
import type { CanonicalData } from './trainingData.ts';
import { openVocabulary } from './vector.ts';

/** The stored model cannot be used. Train again: it is only a copy of what the data says. */
export class ModelFileError extends Error {
  readonly code = 'INTENT_MODEL_UNREADABLE';

  constructor(problem: string) {
    super(`The stored intent model ${problem}. Build again, or delete the file and start again.`);
    this.name = 'ModelFileError';
  }
}

const magic = 'INTENTS1';
const lengthBytes = 4;

type Header = {
  readonly data: CanonicalData;
  readonly hash: string;
  readonly features: readonly string[];
};

/**
 * The model as bytes: a mark, the length of a JSON header, the header (data, hash, features), then
 * the rarities and weights as little-endian 32-bit floats, exactly as they were trained.
 */
export function serialiseModel({ data, hash, vocabulary, weights }: IntentModel): Uint8Array {
  const header: Header = { data, hash, features: [...vocabulary.indexOf.keys()] };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerEnd = magic.length + lengthBytes + json.length;
  const bytes = new Uint8Array(headerEnd + 4 * (vocabulary.rarity.length + weights.length));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic));
  view.setUint32(magic.length, json.length, true);
  bytes.set(json, magic.length + lengthBytes);
  let offset = headerEnd;
  for (const value of [...vocabulary.rarity, ...weights]) {
    view.setFloat32(offset, value, true);
    offset += 4;
  }
  return bytes;
}

/**
 * Reads what `serialiseModel` wrote; predictions are the same as those of the model that was
 * stored. Compare `hash` with the data at hand to notice a stale file. Throws `ModelFileError`.
 */
export function readModel(bytes: Uint8Array): IntentModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerStart = magic.length + lengthBytes;
  const mark = new TextDecoder().decode(bytes.subarray(0, magic.length));
  if (bytes.length < headerStart || mark !== magic) throw new ModelFileError('is of another kind');

  const headerEnd = headerStart + view.getUint32(magic.length, true);
  const header = parseHeader(bytes.subarray(headerStart, headerEnd));
  const description = describeData(header.data);
  const featureCount = header.features.length;
  const weightCount = (featureCount + 1) * description.labels.length;
  if (bytes.length !== headerEnd + 4 * (featureCount + weightCount)) {
    throw new ModelFileError('is cut off');
  }
  if (description.hash !== header.hash) {
    throw new ModelFileError('was trained by another version or has been changed');
  }

  const floats = (from: number, count: number): Float32Array =>
    Float32Array.from({ length: count }, (_, i) => view.getFloat32(from + 4 * i, true));
  return {
    ...description,
    vocabulary: openVocabulary(
      header.features,
      floats(headerEnd, featureCount),
      description.data.messages.reduce((sum, [, texts]) => sum + texts.length, 0),
    ),
    weights: floats(headerEnd + 4 * featureCount, weightCount),
  };
}

function parseHeader(json: Uint8Array): Header {
  try {
    // The hash checked by the caller vouches for the shape: only `serialiseModel` writes it.
    return JSON.parse(new TextDecoder().decode(json)) as Header;
  } catch {
    throw new ModelFileError('has a damaged header');
  }
}
