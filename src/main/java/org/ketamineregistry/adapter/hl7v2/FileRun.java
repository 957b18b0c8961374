package org.ketamineregistry.adapter.hl7v2;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Delivery.Outcome;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.Tally;
import org.ketamineregistry.adapter.hl7v2.Handled.Fate;
import org.ketamineregistry.adapter.hl7v2.MessageFile.Cut;
import org.ketamineregistry.adapter.hl7v2.MessageFile.Odd;
import org.ketamineregistry.adapter.hl7v2.MessageFile.Part;
import org.ketamineregistry.adapter.hl7v2.MessageFile.Whole;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * Brings the messages of a file to a registry, one after the other. Each is acknowledged; those
 * that are refused are kept as they are, to be corrected and brought again. The same file can be
 * brought again at any time: what the registry has stays as it is.
 */
public final class FileRun {
  private static final int MOST_ODDITIES = 20;

  private final Reception reception;
  private final Bounds bounds;
  private final Tally tally = new Tally();
  private final List<String> oddities = new ArrayList<>();
  private long read;

  public FileRun(Reception reception, Bounds bounds) {
    this.reception = reception;
    this.bounds = bounds;
  }

  /**
   * What a run came to.
   *
   * @param oddities what is wrong with the file and with no message of it
   * @param unreachable whether it stopped since no registry was there
   */
  public record Ended(Tally tally, List<String> oddities, boolean unreachable) {
    public Ended {
      oddities = List.copyOf(oddities);
    }
  }

  /**
   * Brings a file.
   *
   * @param acknowledgements where to write them, one after the other; written over
   * @param refused where to write refused messages; not there yet, and not made where there are
   *     none
   */
  public Ended bring(Path file, Path acknowledgements, Path refused)
      throws IOException, InterruptedException {
    try (MessageFile messages = MessageFile.open(file, bounds.largest());
        OutputStream acks = made(acknowledgements, StandardOpenOption.CREATE);
        Refused kept = new Refused(refused)) {
      for (Part part = messages.next(); part != null; part = messages.next()) {
        Handled handled = handled(part);
        if (handled != null) {
          if (handled.fate() == Fate.UNREACHABLE) {
            return new Ended(tally, oddities, true);
          }
          acks.write(handled.answer());
          if (handled.fate() == Fate.REFUSED && part instanceof Whole whole) {
            kept.add(whole.message());
          }
        }
      }
    }
    return new Ended(tally, oddities, false);
  }

  private @Nullable Handled handled(Part part) throws InterruptedException {
    if (part instanceof Odd odd) {
      if (oddities.size() < MOST_ODDITIES) {
        oddities.add("After " + read + " messages: " + odd.what());
      }
      return null;
    }
    read++;
    Handled handled =
        part instanceof Cut cut
            ? reception.reject(cut.beginning(), fault(cut))
            : reception.handle(((Whole) part).message());
    switch (handled.fate()) {
      case ACCEPTED -> tally.told(Outcome.ACCEPTED);
      case UNCHANGED -> tally.told(Outcome.UNCHANGED);
      case PASSED_OVER -> tally.leaveOut();
      case REFUSED -> tally.refused(read, handled.acknowledgement().faults());
      case UNREACHABLE -> read--;
    }
    return handled;
  }

  private Fault fault(Cut cut) {
    return cut.tooLarge()
        ? Fault.of(ErrorCode.TOO_LARGE, "", "A message has at most " + bounds.largest() + " bytes.")
        : Fault.of(
            ErrorCode.MALFORMED_HL7,
            "",
            "The file ends in this message, or before its trailer: it is cut. Send it whole.");
  }

  /** A file that only its owner can read, since messages name patients. */
  private static OutputStream made(Path file, StandardOpenOption how) throws IOException {
    FileAttribute<?>[] ownersAlone =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return new BufferedOutputStream(
        Channels.newOutputStream(
            Files.newByteChannel(
                file,
                Set.of(how, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                ownersAlone)));
  }

  /**
   * The refused messages; the file is made with the first. One that is cut is not among them: here
   * it would look whole.
   */
  private static final class Refused implements AutoCloseable {
    private final Path file;
    private @Nullable OutputStream out;

    Refused(Path file) {
      this.file = file;
    }

    void add(byte[] message) throws IOException {
      if (out == null) {
        out = made(file, StandardOpenOption.CREATE_NEW);
      }
      out.write(message);
    }

    @Override
    public void close() throws IOException {
      if (out != null) {
        out.close();
      }
    }
  }
}
