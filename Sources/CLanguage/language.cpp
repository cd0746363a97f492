#include "language.h"

#include <cstdio>  // the library's header uses FILE without including it
#include <cstring>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace {

// From the library's internal header: answer even when the text is short.
constexpr int kBestEffort = 0x4000;

// Enough text to be sure of the language; the rest would only cost time.
constexpr size_t kLongest = 64 * 1024;

// One number for a language that the library knows by script or by dialect.
CLD2::Language folded(CLD2::Language language) {
  switch (language) {
    case CLD2::CHINESE_T: return CLD2::CHINESE;
    case CLD2::NORWEGIAN_N: return CLD2::NORWEGIAN;
    default: return language;
  }
}

}  // namespace

cl_language cl_language_of_code(const char *code) {
  if (std::strcmp(code, "he") == 0) code = "iw";
  if (std::strcmp(code, "nb") == 0 || std::strcmp(code, "nn") == 0) code = "no";
  CLD2::Language language = CLD2::GetLanguageFromName(code);
  return language == CLD2::UNKNOWN_LANGUAGE ? -1 : static_cast<cl_language>(folded(language));
}

const char *cl_code_of_language(cl_language language) {
  if (language < 0) return nullptr;
  const char *code = CLD2::LanguageCode(static_cast<CLD2::Language>(language));
  if (std::strcmp(code, "iw") == 0) return "he";
  return std::strlen(code) == 2 && std::strcmp(code, "un") != 0 ? code : nullptr;
}

cl_guess cl_identify(const uint8_t *bytes, size_t length, const char *hint, bool short_text) {
  if (length > kLongest) {
    length = kLongest;
    while (length > 0 && (bytes[length] & 0xC0) == 0x80) --length;
  }
  CLD2::CLDHints hints = {hint, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  double scores[3];
  int letters = 0;
  cl_guess guess = {};
  CLD2::ExtDetectLanguageSummary(
      reinterpret_cast<const char *>(bytes), static_cast<int>(length), true, &hints,
      short_text ? kBestEffort : 0, languages, guess.percent, scores, nullptr, &letters,
      &guess.reliable);
  for (int i = 0; i < 3; ++i) {
    bool known = guess.percent[i] > 0 && languages[i] != CLD2::UNKNOWN_LANGUAGE;
    guess.language[i] = known ? static_cast<cl_language>(folded(languages[i])) : -1;
  }
  return guess;
}
