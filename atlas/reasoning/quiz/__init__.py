"""Quiz: a bank of questions for learners, made from the graph and the data set.

The rule behind all questions: ask only what was read at its source, and offer a choice as wrong only if no source, no
dermatome map and no rival row would call it right. The steps are, in order:

1. **Check what is eligible** (`eligibility`): which targets have innervation rows that were all read, which roots any
   map gives a patch of skin, and which nerves lie on the way to a target, so that none of them is offered as wrong.
2. **Choose plausible wrong answers** (`distractors`): nerves with similar roots, neighbouring roots.
3. **Make the questions**: about skin (`skin_questions`), muscles (`muscle_questions`) and lesions (`lesion_questions`).
   Each class has one method per kind of question, named like the kind. Questions about nerve studies
   (`study_questions`, from `predicted_results`) and the examination (`exam_questions`) also name `things` that are no
   nodes, and give the reason of each choice in words.
4. **Collect the bank** (`questions`), kind by kind. The page draws runs from it; all answers are in the bank.
5. **Cite the answer** (`question_sources`): the rows that state the right answer.

`question` holds the frozen value that all steps share.
"""
