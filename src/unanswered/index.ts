export { groupQuestions, type QuestionGroup } from './groupQuestions.ts';
export {
  openUnansweredQuestions,
  type UnansweredQuestion,
  type UnansweredQuestions,
} from './unansweredQuestions.ts';
