package org.ketamineregistry.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/**
 * Is the text well formed, and harmless to those who read it next? Strict UTF-8, no duplicate keys,
 * no document type, bounded depth, no character that the database cannot hold.
 */
public final class TextCheck {
  /** Deeper than any resource of the guide; stops documents that are made to exhaust the stack. */
  static final int MAX_DEPTH = 64;

  /** The one element of FHIR whose value in JSON is a text with levels of its own. */
  private static final String NARRATIVE = "div";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(64)
                  .maxNameLength(256)
                  .build())
          .build();

  private TextCheck() {}

  /**
   * Checks a body.
   *
   * @return the text
   * @throws Refused 400 with the place of the first fault
   */
  public static String wellFormed(byte[] body, Format format) {
    String text = decoded(body);
    if (format == Format.JSON) {
      json(text);
    } else {
      xml(text);
    }
    return text;
  }

  private static String decoded(byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body);
    CharBuffer out = CharBuffer.allocate(body.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      throw new Refused(
          new Problem(
              ErrorCode.NOT_UTF_8,
              null,
              null,
              line,
              text.length() - text.lastIndexOf('\n'),
              "The body is not UTF-8: encode it as UTF-8, the only encoding of FHIR."));
    }
    if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
      throw new Refused(
          new Problem(
              ErrorCode.NOT_UTF_8,
              null,
              null,
              1,
              1,
              "The body begins with a byte order mark: send UTF-8 without one."));
    }
    return text;
  }

  private static void json(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw refused(
            ErrorCode.MALFORMED_JSON, parser.currentLocation(), "The body is not a JSON object.");
      }
      int depth = 1;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          throw refused(
              ErrorCode.MALFORMED_JSON, parser.currentLocation(), "The JSON ends too early.");
        } else if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token == JsonToken.VALUE_STRING && !storable(parser.getText())) {
          throw refused(
              ErrorCode.MALFORMED_JSON,
              parser.currentLocation(),
              "A string has the character U+0000 or half of a surrogate pair: leave it out.");
        } else if (token == JsonToken.VALUE_STRING
            && NARRATIVE.equals(parser.currentName())
            && tagDepth(parser.getText()) > MAX_DEPTH) {
          throw refused(
              ErrorCode.NESTED_TOO_DEEP,
              parser.currentLocation(),
              "The narrative has more than " + MAX_DEPTH + " levels: leave it out.");
        }
      }
      if (parser.nextToken() != null) {
        throw refused(
            ErrorCode.MALFORMED_JSON,
            parser.currentLocation(),
            "Something follows the JSON object.");
      }
    } catch (StreamConstraintsException e) {
      throw refused(
          String.valueOf(e.getMessage()).contains("depth")
              ? ErrorCode.NESTED_TOO_DEEP
              : ErrorCode.MALFORMED_JSON,
          e.getLocation(),
          "The JSON exceeds a limit: at most "
              + MAX_DEPTH
              + " levels, numbers of 64 digits, names of 256 characters.");
    } catch (JsonParseException e) {
      throw e.getOriginalMessage().startsWith("Duplicate field")
          ? refused(
              ErrorCode.DUPLICATE_KEY,
              e.getLocation(),
              "An object has the same key twice: keep one.")
          : refused(
              ErrorCode.MALFORMED_JSON,
              e.getLocation(),
              "The body is not well-formed JSON at this place.");
    } catch (JsonProcessingException e) {
      throw refused(ErrorCode.MALFORMED_JSON, e.getLocation(), "The body is not well-formed JSON.");
    } catch (IOException e) {
      throw Refused.because(ErrorCode.MALFORMED_JSON, "The body is not readable as JSON.");
    }
  }

  /** How deep the tags of a narrative go; who closes none goes deeper with each. */
  private static int tagDepth(String xhtml) {
    int deepest = 0;
    int depth = 0;
    for (int i = 0; i < xhtml.length(); i++) {
      if (xhtml.startsWith("</", i) || xhtml.startsWith("/>", i)) {
        depth--;
        i++;
      } else if (xhtml.charAt(i) == '<') {
        depth++;
        deepest = Math.max(deepest, depth);
      }
    }
    return deepest;
  }

  private static boolean storable(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\0' || (Character.isLowSurrogate(c))) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static void xml(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw refused(
              ErrorCode.MALFORMED_XML,
              reader.getLocation(),
              "FHIR XML has no document type: leave it out.");
        } else if (event == XMLStreamConstants.START_ELEMENT && ++depth > MAX_DEPTH) {
          throw refused(
              ErrorCode.NESTED_TOO_DEEP,
              reader.getLocation(),
              "The XML has more than " + MAX_DEPTH + " levels.");
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } catch (XMLStreamException e) {
      throw refused(
          ErrorCode.MALFORMED_XML,
          e.getLocation(),
          "The body is not well-formed XML at this place.");
    }
  }

  private static Refused refused(ErrorCode code, JsonLocation at, String message) {
    return at == null
        ? Refused.because(code, message)
        : new Refused(new Problem(code, null, null, at.getLineNr(), at.getColumnNr(), message));
  }

  private static Refused refused(ErrorCode code, Location at, String message) {
    return at == null
        ? Refused.because(code, message)
        : new Refused(
            new Problem(code, null, null, at.getLineNumber(), at.getColumnNumber(), message));
  }
}
