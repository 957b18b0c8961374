package org.ketamineregistry.guide;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Source text as markup, coloured by language. Strings that name an artefact become links. */
final class SourceText {
  private static final Language JSON =
      Language.of(
          "(?<key>\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*:))|(?<string>\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<word>\\b(?:true|false|null)\\b)|(?<number>-?\\b\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)");
  private static final Language XML =
      Language.of(
          "(?<comment><!--(?s:.*?)-->|<\\?(?s:.*?)\\?>)|(?<key></?[\\w:.-]+|/?>)"
              + "|(?<word>\\b[\\w:-]+(?==\"))|(?<string>(?<==)\"[^\"]*\")");
  private static final Language CQL =
      Language.of(
          "(?<comment>//[^\\n"
              + "]*|/\\*(?s:.*?)\\*/)|(?<string>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<word>\\b(?:library|version|using|include|called|codesystem|valueset|code|concept|parameter|default|context|define|function|returns|from|where|such"
              + " that|with|without"
              + "|return|all|distinct|sort|by|asc|desc|let|aggregate|starting|if|then|else|case|when"
              + "|end|and|or|not|xor|implies|is|as|in|exists|null|true|false|Interval|between|during|on"
              + " or after|on or before|same day|or more|or"
              + " less|days?|hours?|minutes?|weeks?|months?"
              + "|years?|after|before|of|start|First|Last|Count|Sum|Max|Min|union|intersect|except)\\b)"
              + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)");
  private static final Language SHELL =
      Language.of(
          "(?<comment>(?m:^|(?<=\\s))#[^\\n]*)|(?<string>'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<word>(?<=\\s)--?[A-Za-z][\\w-]*)");

  /** The tokens of a language, each of a kind that is the name of its group and of its class. */
  private record Language(Pattern tokens, List<String> kinds) {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)>");

    static Language of(String tokens) {
      return new Language(
          Pattern.compile(tokens), GROUP.matcher(tokens).results().map(r -> r.group(1)).toList());
    }

    String kindOf(Matcher token) {
      return kinds.stream().filter(kind -> token.group(kind) != null).findFirst().orElseThrow();
    }
  }

  private SourceText() {}

  /**
   * A block of source text.
   *
   * @param language as after a fence in Markdown; an unknown one is not coloured
   * @param links where a string leads to
   */
  static String block(
      String text, @Nullable String language, Function<String, Optional<String>> links) {
    String name = language == null || language.isBlank() ? "text" : language.strip();
    return new Html()
        .open("pre", "class", "source", "tabindex", "0")
        .open("code", "class", "language-" + name.replaceAll("[^a-z0-9]", ""))
        .raw(coloured(text, language(name), links))
        .close("code")
        .close("pre")
        .toString();
  }

  private static @Nullable Language language(String name) {
    return switch (name) {
      case "json", "fhir+json" -> JSON;
      case "xml" -> XML;
      case "cql" -> CQL;
      case "sh", "shell", "bash", "console" -> SHELL;
      default -> null;
    };
  }

  private static String coloured(
      String text, @Nullable Language language, Function<String, Optional<String>> links) {
    if (language == null) {
      return Html.escape(text);
    }
    var out = new StringBuilder(text.length() * 2);
    Matcher tokens = language.tokens().matcher(text);
    int end = 0;
    while (tokens.find()) {
      out.append(Html.escape(text.substring(end, tokens.start())));
      end = tokens.end();
      String token = tokens.group();
      String kind = language.kindOf(tokens);
      Optional<String> target =
          kind.equals("string") && token.length() > 2
              ? links.apply(token.substring(1, token.length() - 1))
              : Optional.empty();
      out.append("<span class=\"").append(kind).append("\">");
      if (target.isPresent()) {
        out.append(new Html().link(target.get(), token));
      } else {
        out.append(Html.escape(token));
      }
      out.append("</span>");
    }
    return out.append(Html.escape(text.substring(end))).toString();
  }
}
