"""Makes Sources/CKernels/encoder_fold_table.h: what BERT's normaliser does with each scalar beyond ASCII.

    python make_fold.py > ../../../../Sources/CKernels/encoder_fold_table.h

The oracle is the tokenizers package (made with 0.23): BertNormalizer and BertPreTokenizer are asked about every
scalar by itself. Hangul syllables are left out: they decompose by a formula.
"""
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

folding = BertNormalizer(lowercase=True)
plain = BertNormalizer(lowercase=False, strip_accents=False)
splitter = BertPreTokenizer()
KEEP, DROP, SPACE, PUNCTUATION, IDEOGRAPH = range(5)


def kind(raw, out):
    """The class of one scalar from the normalised text."""
    if out == '':
        return DROP
    if out == ' ':
        return SPACE
    if out.startswith(' '):
        return IDEOGRAPH
    return PUNCTUATION if len(splitter.pre_tokenize_str('a' + raw + 'a')) == 3 else KEEP


runs, strings, pool = [], {}, []
for scalar in range(0x80, 0x110000):
    if 0xd800 <= scalar < 0xe000 or 0xac00 <= scalar <= 0xd7a3:
        continue
    c = chr(scalar)
    as_is, folded = plain.normalize_str(c), folding.normalize_str(c)
    before = kind(c, as_is)
    text = folded.strip(' ')
    if before in (DROP, SPACE):
        entry = (before, before, 0, 0)
    elif text == c:
        entry = (before, before, 0, 0)
    elif text == '':
        entry = (before, DROP, 0, 0)
    else:
        after = [kind(x, plain.normalize_str(x)) for x in text]
        after = IDEOGRAPH if folded.startswith(' ') else after[0] if len(text) == 1 else KEEP
        assert len(text) == 1 or all(kind(x, plain.normalize_str(x)) == KEEP for x in text), hex(scalar)
        if len(text) == 1:
            entry = (before, after, 1, ord(text))
        else:
            entry = (before, after, len(text), strings.setdefault(text, len(pool)))
            if entry[3] == len(pool):
                pool.extend(map(ord, text))
    if entry == (KEEP, KEEP, 0, 0):
        continue
    # A run goes on with the same entry (constant) or with the same distance (shift), step 1 or 2.
    if runs:
        first, last, step, e, shift = runs[-1]
        gap = scalar - last
        same = e[:3] == entry[:3]
        if same and e[3] == entry[3] and gap == 1 and step in (0, 1) and shift in (None, 0):
            runs[-1] = (first, scalar, 1, e, 0)
            continue
        if same and e[2] == 1 and entry[3] - e[3] == scalar - first and shift in (None, 1) \
                and (gap == step or step == 0 and gap in (1, 2)):
            runs[-1] = (first, scalar, gap, e, 1)
            continue
    runs.append((scalar, scalar, 0, entry, None))

print('// Made by make_fold.py; do not edit.')
print('// {first, last, step, class as it is, class when folded, scalars of the folded text, shifts, value}')
print('static const struct fold_run fold_runs[] = {')
line = ''
for first, last, step, (before, after, length, value), shift in runs:
    item = '{0x%x,0x%x,%d,%d,%d,%d,%d,0x%x},' % (first, last, step or 1, before, after, length, shift or 0, value)
    if len(line) + len(item) > 118:
        print(line)
        line = ''
    line += item
print(line + '\n};\n')
print('static const uint32_t fold_strings[] = {')
for i in range(0, len(pool), 16):
    print(','.join('0x%x' % x for x in pool[i:i + 16]) + ',')
print('};')
