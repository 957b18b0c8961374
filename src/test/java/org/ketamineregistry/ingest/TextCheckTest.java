package org.ketamineregistry.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.ingest.Format.JSON;
import static org.ketamineregistry.ingest.Format.XML;
import static org.ketamineregistry.ingest.Reading.refusal;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

class TextCheckTest {
  private static Problem problem(ErrorCode code, int line, int column, Problem like) {
    return new Problem(code, null, null, line, column, like.message());
  }

  @Nested
  class AnyText {
    @Test
    void thatIsNoUtf8IsRefusedAtTheFirstWrongByte() {
      byte[] body = "{\n \"a\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
      Problem problem = refusal(body, JSON);
      assertThat(problem).isEqualTo(problem(ErrorCode.NOT_UTF_8, 2, 8, problem));
    }

    @Test
    void inUtf16IsRefused() {
      assertThat(refusal("{\"a\":1}".getBytes(StandardCharsets.UTF_16), JSON).code())
          .isEqualTo(ErrorCode.NOT_UTF_8);
      // Without a mark every other byte is U+0000, which is UTF-8 but no JSON.
      assertThat(refusal("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE), JSON).code())
          .isEqualTo(ErrorCode.MALFORMED_JSON);
      assertThat(refusal("<a/>".getBytes(StandardCharsets.UTF_16), XML).code())
          .isEqualTo(ErrorCode.NOT_UTF_8);
    }

    @Test
    void thatEndsWithinACharacterIsRefused() {
      byte[] body = {'{', '"', (byte) 0xC3};
      assertThat(refusal(body, JSON).code()).isEqualTo(ErrorCode.NOT_UTF_8);
    }

    @Test
    void withAByteOrderMarkIsRefused() {
      assertThat(refusal("\uFEFF{}", JSON).code()).isEqualTo(ErrorCode.NOT_UTF_8);
      assertThat(refusal("\uFEFF<a/>", XML).code()).isEqualTo(ErrorCode.NOT_UTF_8);
    }

    @Test
    void thatIsEmptyIsRefused() {
      assertThat(refusal("", JSON).code()).isEqualTo(ErrorCode.MALFORMED_JSON);
      assertThat(refusal(" ", JSON).code()).isEqualTo(ErrorCode.MALFORMED_JSON);
      assertThat(refusal("", XML).code()).isEqualTo(ErrorCode.MALFORMED_XML);
    }
  }

  @Nested
  class Json {
    @Test
    void isAsDeepAsAllowedAndNoDeeper() {
      assertThat(
              TextCheck.wellFormed(
                  nested(TextCheck.MAX_DEPTH).getBytes(StandardCharsets.UTF_8), JSON))
          .startsWith("{");
      assertThat(refusal(nested(TextCheck.MAX_DEPTH + 1), JSON).code())
          .isEqualTo(ErrorCode.NESTED_TOO_DEEP);
      assertThat(refusal("{\"a\":" + "[".repeat(100_000), JSON).code())
          .isEqualTo(ErrorCode.NESTED_TOO_DEEP);
    }

    @Test
    void hasNoKeyTwice() {
      Problem problem = refusal("{\"a\":1,\n \"b\":{\"c\":1,\"c\":2}}", JSON);
      assertThat(problem.code()).isEqualTo(ErrorCode.DUPLICATE_KEY);
      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).doesNotContain("\"c\"");
    }

    @Test
    void hasNoKeyTwiceThoughOneIsEscaped() {
      assertThat(refusal("{\"a\":1,\"\\u0061\":2}", JSON).code())
          .isEqualTo(ErrorCode.DUPLICATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[1]",
          "1",
          "\"a\"",
          "{\"a\":1",
          "{\"a\":1}}",
          "{\"a\":1} {}",
          "{\"a\":01}",
          "{'a':1}",
          "{\"a\":1,}",
          "{\"a\":NaN}",
          "{\"a\":1} // end",
          "{\"a\":\"\u0001\"}",
          "{\"a\":\"\\u0000\"}",
          "{\"a\":\"\\ud800\"}",
          "{\"a\":\"\\udc00\\ud800\"}",
          "{\"a\":\"x\\ud83dx\"}"
        })
    void thatIsMalformedIsRefusedAtItsPlace(String text) {
      Problem problem = refusal(text, JSON);
      assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_JSON);
      assertThat(problem.line()).isPositive();
    }

    @Test
    void mayHavePairsOfSurrogates() {
      assertThat(
              TextCheck.wellFormed(
                  "{\"a\":\"\\ud83d\\ude00😀\"}".getBytes(StandardCharsets.UTF_8), JSON))
          .contains("😀");
    }

    @Test
    void hasNoMonstrousNumbersOrNames() {
      assertThat(refusal("{\"a\":" + "9".repeat(65) + "}", JSON).code())
          .isEqualTo(ErrorCode.MALFORMED_JSON);
      assertThat(refusal("{\"" + "a".repeat(257) + "\":1}", JSON).code())
          .isEqualTo(ErrorCode.MALFORMED_JSON);
    }

    private String nested(int depth) {
      return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }
  }

  @Nested
  class Xml {
    @Test
    void isAsDeepAsAllowedAndNoDeeper() {
      assertThat(
              TextCheck.wellFormed(
                  nested(TextCheck.MAX_DEPTH).getBytes(StandardCharsets.UTF_8), XML))
          .startsWith("<a>");
      assertThat(refusal(nested(TextCheck.MAX_DEPTH + 1), XML).code())
          .isEqualTo(ErrorCode.NESTED_TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<!DOCTYPE a><a/>",
          "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
          "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>",
          "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
          "<a>&b;</a>",
          "<a>",
          "<a/><b/>",
          "<a/>text",
          "<a b='1' b='2'/>",
          "<a>&#0;</a>",
          "{}"
        })
    void thatIsMalformedOrHasADocumentTypeIsRefused(String text) {
      Problem problem = refusal(text, XML);
      assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_XML);
      assertThat(problem.line()).isPositive();
      assertThat(problem.message()).doesNotContain("passwd");
    }

    @Test
    void thatNamesAnotherEncodingIsReadAsUtf8() {
      String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>ü</a>";
      assertThat(TextCheck.wellFormed(text.getBytes(StandardCharsets.UTF_8), XML)).isEqualTo(text);
    }

    private String nested(int depth) {
      return "<a>".repeat(depth) + "</a>".repeat(depth);
    }
  }
}
