"""Makes a project whose version has some hundred synthetic rows, so that a spot check draws a hundred of many.

    make(program, folder)

The rows are put together from the sentences below, always the same ones: nothing is left to chance or fetched.
"""

import csv
import subprocess

# Rows that would run, reorder or hide something if they were taken for more than text.
HOSTILE = [
    "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> where is your manager",
    "my letter \u202egnp.eciovni\u202c and \u2066this one\u2069 were never answered",
    "zero\u200bwidth\ufeff joiner and tabs\tin the reply that your team sent me",
    "Z\u0335\u0361\u035b\u0335\u0361\u035b\u0335\u0361\u035b\u0335\u0361\u035balgo text came back when I wrote to the desk",
    "\"}</textarea></script>{{constructor}}${alert(1)} is all that your form told me",
]
# What is behind `complaint` in each row, so that these rows are alike enough to be told from the others.
ENDINGS = [
    "and I want to complain about the service", "which is a disgrace for a library of your size",
    "so this is a formal complaint about your staff", "and nobody has apologised for the rude answer",
    "and I am angry enough to complain to the council", "which I call a disgrace and an insult",
    "so please forward my complaint to the director", "and your rude clerk only laughed at my complaint",
]

# For each label: how a message begins, what it is about, and how it ends.
SENTENCES = {
    "renew_loan": (
        ["Could you renew", "Please extend the loan of", "I would like to keep", "Is it possible to prolong",
         "I need more time with", "May I borrow for longer"],
        ["the atlas of rivers", "both cookbooks", "my travel guide", "that novel by the window", "three picture books",
         "the grammar I took on Monday", "an old history of trains"],
        ["until the end of the month?", "for two more weeks?", "because I have been ill.", "past its due date?",
         "as nobody else has reserved it.", "without paying a late fee?", "since my exam was moved."],
    ),
    "opening_hours": (
        ["When do you open", "Are your doors open", "Until what time can I come", "What are the opening hours",
         "How early do you close", "Is anybody there"],
        ["on public holidays", "during the summer break", "in the week before Christmas", "on Saturday afternoons",
         "at the branch near the harbour", "in the reading room upstairs", "for the music floor"],
        ["this year?", "or only by arrangement?", "and is there a lunch break?", "if I arrive after work?",
         "now that the clocks have changed?", "according to the new timetable?", "or is it shut then?"],
    ),
    "lost_card": (
        ["I cannot find", "Somebody has stolen", "My daughter lost", "I left on the bus", "The washing machine ruined",
         "I dropped in the street"],
        ["my library card", "the plastic card with my number", "my membership card and its pin", "her borrower's card",
         "the card you gave me in spring", "my card together with the purse", "the reader's card"],
        ["and need a replacement.", "so please block it at once.", "what does a new one cost?",
         "can you send another by post?", "before anybody borrows in my name.", "how do I get a duplicate?",
         "and I fear that it is misused."],
    ),
    "book_room": (
        ["We want to reserve", "Can our choir book", "I am looking for", "Please put us down for", "Who hands out the key to",
         "My study group would like"],
        ["the small meeting room", "a seminar room with a screen", "the hall on the ground floor", "one of the study cells",
         "a quiet room for six people", "the workshop next to the café", "the room with the piano"],
        ["on Thursday evening.", "for a rehearsal in May.", "every second Tuesday.", "from nine until noon.",
         "for a talk with forty chairs.", "and what is the rent?", "for an interview tomorrow."],
    ),
    "printer_broken": (
        ["The printer jams", "Your scanner shows an error", "Nothing comes out of the copier", "The toner is empty",
         "My pages are printed twice", "The machine swallowed my coins"],
        ["on the second floor", "beside the newspapers", "when I print from a stick", "whenever colour is chosen",
         "after each large document", "in the computer corner", "since the last update"],
        ["can a technician look at it?", "and the paper tray is stuck.", "please repair it soon.", "what shall I press?",
         "so I lost ten pages.", "and the display stays black.", "is there another device?"],
    ),
}
# How many messages there are of each label; both numbers below follow from it.
EACH = 40
CONFIGURATION = """\
seedbed: 1
name: library
data:
  path: messages.csv
task: classification
fields:
  text: text
  label: intent
languages: [en]
dimensions: [label, language, length, noise, form]
requirements:
  - cell: {label: "*"}
    minimum: 80
seed: 7
generation:
  maximum_share: 2
  children_per_seed: 8
  oversampling: 4
"""


def messages():
    """The rows: every label as often as the others, each text once."""
    for label, (starts, things, ends) in SENTENCES.items():
        # The lengths of the lists share no factor but one, so that the steps go through all combinations.
        for number in range(EACH):
            yield (f"{starts[number % len(starts)]} {things[number % len(things)]} "
                   f"{ends[(number + number // len(things)) % len(ends)]}"), label
    for text in HOSTILE:
        for ending in ENDINGS:
            yield f"{text} {ending}", "complaint"


def make(program, folder):
    """Writes the project into a new folder, seals a holdout and makes a version."""
    folder.mkdir()
    (folder / "seedbed.yaml").write_text(CONFIGURATION)
    with open(folder / "messages.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["text", "intent"])
        writer.writerows(messages())
    for arguments in (["init"], ["run"]):
        done = subprocess.run([program, *arguments, "--project", str(folder)], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"seedbed {' '.join(arguments)}: exit {done.returncode}\n{done.stderr}{done.stdout[:500]}")
