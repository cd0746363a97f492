"""Makes tokens.json: nasty lines with the token ids of the makers' tokenizer of all-MiniLM-L6-v2.

    python make_tokens.py MODEL_FOLDER > tokens.json

Needs the tokenizers package (made with 0.23) and the model's tokenizer.json; at most 64 ids a line.
"""
import json
import random
import sys

from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file(sys.argv[1] + '/tokenizer.json')
tokenizer.no_padding()
tokenizer.enable_truncation(64)
rng = random.Random(20240501)

lines = [
    '', ' ', '\t\n\r ', 'Hello', 'hello world', 'HELLO, World!!', "don't stop; can't", 'a.b.c...d', '#hashtag ##piece ###',
    '[CLS] [SEP] [PAD] [UNK] [MASK]', 'x[SEP]y', '[sep]', '[ SEP ]', '[CLS', 'SEP]', '[[SEP]]', '[MASK][MASK]', 'a[PAD',
    '[unused0] [unused99]', '##ing', '## ing', '_underscore_case_', 'snake_case camelCase PascalCase kebab-case',
    'naïve café façade coöperate Ångström', 'ÀÁÂÃÄÅ àáâãäå Çç Ññ Øø Ææ Œœ ß ẞ', 'İstanbul ı I i', 'ΑΒΓ αβγ ΆΈΉ Σίσυφος ΟΔΥΣΣΕΥΣ',
    'Привет, МИР! Ёлка й Й', 'שלום עולם שָׁלוֹם', 'مرحبا بالعالم اَلْعَرَبِيَّةُ', 'नमस्ते दुनिया क़ानून', 'สวัสดีชาวโลก', 'বাংলা ভাষা',
    '日本語のテキスト 漢字かな交じり文', '中文字符,标点。「引号」', '한국어 텍스트 각 값', '각 가', 'ｆｕｌｌｗｉｄｔｈ ＡＢＣ１２３！？',
    '豈更車賈 \U0002f800\U00020000\U0002a700', '㐀㐁 𠀀𠀁', 'emoji 🎉🚀 👩‍👩‍👧 🇩🇪 ❤️ ☺', 'é vs é', 'ﬁ ﬂ ﬀ ligatures ½ ² ³ ™ © ®',
    '“curly” ‘quotes’ „low“ «guillemets» ‹x›', 'en–dash em—dash ‐ ‑ ‒ ― …', 'price $99.99 €50 £20 ¥1000 ₹5', '50% ‰ § ¶ † ‡ •',
    'a+b=c a<b>c a≤b a≠b ≮ ≯ ≠ ¬ ± × ÷', 'x^2 `code` ~tilde~ |pipe| \\back\\', 'user@example.com https://example.com/path?q=1&r=2#frag',
    '127.0.0.1:8080 2024-05-01T12:00:00Z +1 (555) 123-4567', 'zero\u200bwidth soft\u00adhyphen bom\ufeffmark', 'nb\u00a0space thin\u2009space ideographic\u3000space',
    'line\u2028sep para\u2029sep nel\u0085x', 'nul\x00byte bell\x07 esc\x1b[0m del\x7f', 'tab\tnew\nline\rret\x0bvt\x0cff',
    'rtl\u200f ltr\u200e \u202eoverride\u202c', 'private \ue000 \U000f0000 replacement \ufffd', 'combining a\u0301\u0302\u0303 \u0301alone q\u0307\u0323 \u0327\u0301',
    'ś̈ ǟ ḗ ữ Ǖ', 'greek question; mark\u037e ano teleia\u0387', 'kelvin \u212a angstrom \u212b ohm \u2126', '〈angle〉 \u2329x\u232a', 'ǅ ǆ Ǆ ǲ', 'ᏣᎳᎩ ꭰꭱ', 'Ⅷ ⅷ Ⓐ ⓐ 𝐀𝒜𝔸', '𐐀𐐨 𞤀𞤢',
    'a' * 99, 'a' * 100, 'a' * 101, 'é' * 100, 'é' * 101, 'e\u0301' * 100, '日' * 70, 'x' * 100 + ' ok ' + 'y' * 200 + ' ok', '가' * 33, '가' * 50, 'ß' * 100,
    '!' * 80, 'word ' * 100, 'unaffable ' * 30, 'antidisestablishmentarianism supercalifragilisticexpialidocious', 'floccinaucinihilipilification',
    'zzzzqqqqxxxx wwwwvvvv', 'asdfghjkl qwertyuiop', '0123456789 3.14159265358979 1e-10 0x1F', '1,000,000.00', '\\u0041 &amp; <b>tag</b>', '{"json": [1, 2, null]}',
    'SELECT * FROM t WHERE a = \'b\';', 'def f(x): return x**2  # comment', '𓀀𓀁', 'ꙮ', '\u1d2c\u1d2d ʰʷ', '\u0488\u0489 \u20dd', '\u0e33 \u0ea3', '\U000e0001\U000e0041 tag', '\ufe0f\ufe0e vs',
    'Đđ Łł Ħħ Ŧŧ', 'ª º ¹', '\u1e9e\u1e9b\u0323', '\u01c4\u01c7', '\u0390\u03b0', '\u1fee \u1fef \u1ffd \u2000 \u2001', '\u0f43 \u0f73', '\u1100\u1161\u11a8', 'ﷺ ﷽', '\u180e\u2060\u2061', '\u3000\u3000',
]
words = ('The quick brown fox jumps over lazy dogs running quickly unbelievable Tokenization pre-trained München São Paulo '
         'naïveté résumé 東京 123 4.5 % & # @ [SEP] [MASK] … — ’ “ ” \u200b \u00ad \u0301 \u00a0 Éclair ŒUVRE ΟΔΟΣ ЖУК 北 京 ß ﬁ ½').split(' ')
for _ in range(120):
    lines.append(''.join(rng.choice(words) + rng.choice([' ', ' ', '', '-', "'", '\t', '  ']) for _ in range(rng.randint(1, 14))))
ranges = [(0x21, 0x7e), (0xa0, 0x24f), (0x250, 0x6ff), (0x900, 0xdff), (0xe00, 0x11ff), (0x1200, 0x1fff), (0x2000, 0x2fff), (0x3000, 0x33ff),
          (0x4e00, 0x4fff), (0xa000, 0xabff), (0xac00, 0xad00), (0xf900, 0xffff), (0x10000, 0x10fff), (0x1d100, 0x1d7ff), (0x1f300, 0x1faff), (0x20000, 0x20100)]
for _ in range(160):
    low, high = rng.choice(ranges)
    text = ''.join(chr(rng.randint(low, high)) if rng.random() < 0.6 else rng.choice('ab cd EF. ') for _ in range(rng.randint(1, 24)))
    lines.append(text.encode('utf-8', 'ignore').decode('utf-8'))

items = [{'text': line, 'ids': tokenizer.encode(line).ids} for line in lines]
print('[\n' + ',\n'.join(json.dumps(item, separators=(',', ':')) for item in items) + '\n]')
