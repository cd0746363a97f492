# Augmentation: the whole program, file to file, on the 10,000 sentences of ../shared/bench, beside nlpaug, AugLy and TextAttack.
if corpus aug_10k; then
  sentences=$BASELINES_CORPORA/aug_10k.jsonl
  augment() {
    measure "seedbed augment $1" 10000 "$program" augment "$sentences" --text text --method "$1" --output "$work/made.jsonl"
    [ -z "${2-}" ] || RUNS=1 peer "  $2" "$3" "$4" --aug "$5" "${@:6}"
  }
  augment keyboard "nlpaug keyboard" aug aug_nlpaug.py keyboard
  augment ocr "nlpaug ocr" aug aug_nlpaug.py ocr
  augment word_swap "nlpaug swap" aug aug_nlpaug.py swap
  augment word_delete "nlpaug delete" aug aug_nlpaug.py delete
  peer "  textattack deletion" textattack aug_textattack.py --aug deletion --n 500
  augment synonyms "nlpaug synonym" aug aug_nlpaug.py synonym
  peer "  textattack wordnet" textattack aug_textattack.py --aug wordnet --n 500
  augment misspelling "augly typos" augly aug_augly.py typos
  augment unicode_homoglyphs "augly similar_chars" augly aug_augly.py similar_chars
  augment word_split "augly split" augly aug_augly.py split
  augment word_merge "augly merge" augly aug_augly.py merge
  augment contractions "augly contractions" augly aug_augly.py contractions
  augment punctuation "augly punctuation" augly aug_augly.py punctuation
  augment characters "textattack charswap" textattack aug_textattack.py charswap --n 500
  for method in word_insert casing whitespace mobile speech abbreviations; do augment "$method"; done
fi
