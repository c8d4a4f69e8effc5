import type { FollowedIndex } from "./follow/followed-index";
import type { QuestionName, Questions } from "./protocol";

type Answers = {
  readonly [Name in QuestionName]: (
    followed: FollowedIndex,
    question: Questions[Name]["question"],
  ) => Promise<Questions[Name]["answer"]>;
};

const answers: Answers = {
  search: ({ index }, question) => index.search(question),
  countSubjects: ({ index }, question) => index.countSubjects(question),
  loadAll: async ({ index }) => {
    await index.loadAll();
    return null;
  },
  stop: async (followed) => {
    await followed.close();
    return null;
  },
};

/** Has the index answer; the same in the worker and, in tests, without one. */
export function answerQuestion<Name extends QuestionName>(
  followed: FollowedIndex,
  name: Name,
  question: Questions[Name]["question"],
): Promise<Questions[Name]["answer"]> {
  return answers[name](followed, question);
}
