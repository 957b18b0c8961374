package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.parser.UnexpectedSegmentBehaviourEnum;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.ketamineregistry.refusal.ErrorCode;

/** Reads messages in ER7, the encoding with bars and hats, and writes them. */
final class Messages {
  static final String VERSION = "2.5.1";

  /**
   * A message of many megabytes could be made of a few thousand delimiters more than anybody needs:
   * each makes an object of some hundred bytes.
   */
  private static final int MOST_DELIMITERS = 20_000;

  private static final Pattern SEGMENT =
      Pattern.compile("^(?:[A-Z][A-Z0-9]{2}[!-/:-@\\[-`{-~]|[A-Z][A-Z0-9]{2}$|$)");

  /** HL7's table 0125. */
  private static final Set<String> TYPES =
      Set.of(
          "AD", "CE", "CF", "CK", "CN", "CNE", "CP", "CWE", "CX", "DR", "DT", "DTM", "ED", "EI",
          "FT", "ID", "IS", "MA", "MO", "NA", "NM", "PN", "RP", "SI", "SN", "ST", "TM", "TN", "TS",
          "TX", "XAD", "XCN", "XON", "XPN", "XTN");

  private final PipeParser parser;

  Messages() {
    DefaultHapiContext context = new DefaultHapiContext();
    context.setModelClassFactory(new CanonicalModelClassFactory(VERSION));
    // What is wrong with a value is said by what reads it; the rest is nobody's business here.
    context.setValidationContext(ValidationContextFactory.noValidation());
    var settings = context.getParserConfiguration();
    settings.setUnexpectedSegmentBehaviour(UnexpectedSegmentBehaviourEnum.ADD_INLINE);
    settings.setDefaultObx2Type("ST");
    settings.setInvalidObx2Type("ST");
    parser = context.getPipeParser();
  }

  /**
   * Reads a message.
   *
   * @throws Unreadable where it is none, or none that is taken
   */
  Received read(Header header, Event event, byte[] bytes, Charset usual) throws Unreadable {
    String text = text(bytes, charset(header, usual));
    try {
      Message message = event.structure();
      message.setParser(parser);
      // HAPI's parser keeps the structures that it has seen in a map that is not made for threads.
      synchronized (parser) {
        parser.parse(message, text);
      }
      Received received = new Received(header, event, message);
      if (!received.misplaced().isEmpty()) {
        throw new Unreadable(
            ErrorCode.MALFORMED_HL7,
            received.misplaced().iterator().next(),
            "This segment stands where "
                + header.type()
                + " of version 2.5.1 has none. Only segments that begin with Z may stand"
                + " anywhere.");
      }
      return received;
    } catch (HL7Exception | RuntimeException e) {
      // The words of HAPI repeat values.
      throw new Unreadable(
          ErrorCode.MALFORMED_HL7,
          "",
          "The message cannot be read as " + header.type() + " of version 2.5.1.");
    }
  }

  /** A message as it is sent. */
  String write(Message message) {
    try {
      message.setParser(parser);
      synchronized (parser) {
        return parser.encode(message);
      }
    } catch (HL7Exception e) {
      throw new IllegalStateException("A message of ours can be written.", e);
    }
  }

  private static Charset charset(Header header, Charset usual) throws Unreadable {
    return header.charset().isEmpty()
        ? usual
        : Charsets.of(header.charset())
            .orElseThrow(
                () ->
                    new Unreadable(
                        ErrorCode.MALFORMED_HL7,
                        "MSH[1]-18",
                        "The character set has to be one of: "
                            + String.join(", ", Charsets.NAMES)
                            + "."));
  }

  private static String text(byte[] bytes, Charset charset) throws Unreadable {
    String text;
    try {
      text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(
          charset.name().equals("UTF-8") ? ErrorCode.NOT_UTF_8 : ErrorCode.MALFORMED_HL7,
          "MSH[1]-18",
          "The text is not in the character set that MSH-18 names, or the configuration where it"
              + " names none ("
              + charset.name()
              + ").");
    }
    String segments = text.replace("\r\n", "\r").replace('\n', '\r');
    if (segments.chars().anyMatch(c -> c < ' ' && c != '\r' && c != '\t')) {
      throw new Unreadable(
          ErrorCode.MALFORMED_HL7,
          "",
          "The text has a control character; send it as an escape sequence, such as \\X0A\\.");
    }
    if (!Arrays.stream(segments.split("\r")).allMatch(SEGMENT.asPredicate())) {
      throw new Unreadable(
          ErrorCode.MALFORMED_HL7,
          "",
          "Every line begins with the name of a segment: three capital letters or digits.");
    }
    checkTypes(segments);
    String delimiters = segments.substring(3, 8) + '\r';
    if (segments.chars().filter(c -> delimiters.indexOf(c) >= 0).count() > MOST_DELIMITERS) {
      throw new Unreadable(
          ErrorCode.TOO_LARGE,
          "",
          "The message has more than " + MOST_DELIMITERS + " delimiters; send it in parts.");
    }
    return segments;
  }

  /** HAPI loads, and logs, what OBX-2 names; so it names a type of the standard, and no person. */
  private static void checkTypes(String segments) throws Unreadable {
    String delimiter = Pattern.quote(segments.substring(3, 4));
    int number = 0;
    for (String segment : segments.split("\r", -1)) {
      if (segment.startsWith("OBX")) {
        number++;
        String[] fields = segment.split(delimiter, 4);
        if (fields.length > 2 && !fields[2].isEmpty() && !TYPES.contains(fields[2])) {
          throw new Unreadable(
              ErrorCode.MALFORMED_HL7,
              Place.of("OBX", number).field(2).toString(),
              "It has to be a type of HL7's table 0125, such as NM.");
        }
      }
    }
  }
}
