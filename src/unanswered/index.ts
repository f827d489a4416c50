export { groupQuestions, type QuestionGroup } from './groupQuestions.ts';
export {
  openUnansweredQuestions,
  type UnansweredQuestion,
  type UnansweredQuestions,
} from './unansweredQuestions.ts';
export type { QuestionFile } from './questionFile.ts';
export { openSharedQuestions, questionRecords } from './sharedQuestions.ts';
