export {
  openUnansweredQuestions,
  type UnansweredQuestion,
  type UnansweredQuestions,
} from './unansweredQuestions.ts';
