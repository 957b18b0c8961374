package org.ketamineregistry.icsr;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a receiver answered to a batch: {@code MCCI_IN200101UV01} (ICH E2B(R3) Implementation Guide,
 * the ICSR acknowledgement).
 *
 * @param batch ACK.A.1, the sender's number of the batch
 * @param verdict ACK.A.4
 * @param words ACK.A.5, what the receiver says of the batch; may be empty
 * @param messages the cases that the receiver speaks of
 */
public record IcsrAcknowledgement(
    String batch, Verdict verdict, String words, List<Message> messages) {

  /** What became of a batch. */
  public enum Verdict {
    /** AA: every case was loaded. */
    ACCEPTED,
    /** AE: some cases were loaded, some need work. */
    PARTLY,
    /** AR: nothing could be read. */
    REJECTED
  }

  /**
   * What became of a case.
   *
   * @param identifier ACK.B.r.1, the case's C.1.1
   * @param accepted ACK.B.r.6: whether it was loaded
   * @param words ACK.B.r.7, errors and warnings; may be empty
   */
  public record Message(String identifier, boolean accepted, String words) {}

  /**
   * Reads an acknowledgement.
   *
   * @throws UnreadableMessage where it is none, hostile, or has a code that is none
   */
  public static IcsrAcknowledgement read(InputStream in) throws IOException, UnreadableMessage {
    XmlBranch root = XmlBranch.read(in, "MCCI_IN200101UV01");
    XmlBranch answer = need(root.one("acknowledgement"), "acknowledgement of the batch (ACK.A)");
    var messages = new ArrayList<Message>();
    for (XmlBranch one : root.all("MCCI_IN000002UV01/acknowledgement").toList()) {
      messages.add(
          new Message(
              need(
                  Optional.ofNullable(one.attribute("targetMessage/id", "extension")),
                  "number of a message (ACK.B.r.1)"),
              isAccepted(String.valueOf(one.attribute("typeCode"))),
              words(one)));
    }
    return new IcsrAcknowledgement(
        need(
            Optional.ofNullable(answer.attribute("targetBatch/id", "extension")),
            "number of the batch (ACK.A.1)"),
        verdict(String.valueOf(answer.attribute("typeCode"))),
        words(answer),
        List.copyOf(messages));
  }

  /**
   * What became of a case of the batch. A receiver need not speak of a case where all were loaded,
   * and cannot where nothing was read.
   *
   * @return empty where the receiver loaded some and does not speak of this one
   */
  public Optional<Message> about(String identifier) {
    Optional<Message> said =
        messages.stream().filter(one -> one.identifier().equals(identifier)).findFirst();
    return said.isPresent() || verdict == Verdict.PARTLY
        ? said
        : Optional.of(new Message(identifier, verdict == Verdict.ACCEPTED, words));
  }

  private static Verdict verdict(String code) throws UnreadableMessage {
    return switch (code) {
      case "AA" -> Verdict.ACCEPTED;
      case "AE" -> Verdict.PARTLY;
      case "AR" -> Verdict.REJECTED;
      default -> throw new UnreadableMessage("The acknowledgement is none of AA, AE and AR.");
    };
  }

  /** CA is loaded; CE and CR are not. Some receivers use the codes of batches. */
  private static boolean isAccepted(String code) throws UnreadableMessage {
    return switch (code) {
      case "CA", "AA" -> true;
      case "CE", "CR", "AE", "AR" -> false;
      default -> throw new UnreadableMessage("A case's acknowledgement is none of CA, CE and CR.");
    };
  }

  private static String words(XmlBranch acknowledgement) {
    return acknowledgement
        .all("acknowledgementDetail")
        .flatMap(detail -> Optional.ofNullable(detail.text("text")).stream())
        .collect(Collectors.joining(" "));
  }

  private static <T> T need(Optional<T> found, String what) throws UnreadableMessage {
    return found.orElseThrow(
        () -> new UnreadableMessage("The acknowledgement has no " + what + "."));
  }
}
