// The folding of mfgraph/folding.py: what two spellings of one name have in common.
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;
const LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"};
const DIGITS = [[0x0660, /[\u0660-\u0669]/g], [0x06f0, /[\u06f0-\u06f9]/g]];

function fold(text) {
  let bare = text.normalize("NFKC").replace(MARKS, "");
  bare = bare.replace(/[أإآٱىیةک]/g, letter => LETTERS[letter]);
  for (const [zero, digits] of DIGITS) {
    bare = bare.replace(digits, digit => String(digit.charCodeAt(0) - zero));
  }
  const plain = bare.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll("فيدرالي", "فدرالي").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
