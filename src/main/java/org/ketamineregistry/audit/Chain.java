package org.ketamineregistry.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain over the log: each link is SHA-256 over the link before, the position, and the hash of
 * the row there. So a link stands for every row up to it, and for their order.
 */
public final class Chain {
  /** The link before the first. */
  public static final String START = "0".repeat(64);

  private static final int FORM = 1;

  private Chain() {}

  /**
   * The link at a position, in hexadecimal digits.
   *
   * @param before the link before
   * @param position from 1
   * @param rowHash the hash of the row, see {@link #hash}
   */
  public static String link(String before, long position, String rowHash) {
    HexFormat hex = HexFormat.of();
    return sha256(
        ByteBuffer.allocate(72)
            .put(hex.parseHex(before))
            .putLong(position)
            .put(hex.parseHex(rowHash))
            .array());
  }

  /** The hash of a row: SHA-256 over {@link #canonical}, in hexadecimal digits. */
  public static String hash(AuditRow row) {
    return sha256(canonical(row));
  }

  /**
   * A row as bytes, in one way only: numbers in network order; a text with its length before it, so
   * that no text can run into the next; -1 in place of the length of what is null.
   */
  static byte[] canonical(AuditRow row) {
    var bytes = new ByteArrayOutputStream(512);
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeLong(row.number());
      text(out, row.id().toString());
      moment(out, row.at());
      text(out, row.action());
      text(out, row.interaction());
      text(out, row.client());
      text(out, row.user());
      text(out, row.role());
      text(out, row.clinic());
      text(out, row.purpose());
      text(out, row.request());
      out.writeInt(row.status());
      text(out, row.refusal());
      text(out, row.consent());
      texts(out, row.records());
      texts(out, row.patients());
      texts(out, row.owners());
      texts(out, row.parameters());
      text(out, row.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  private static void moment(DataOutputStream out, Instant at) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano() / 1_000);
  }

  private static void texts(DataOutputStream out, List<String> values) throws IOException {
    out.writeInt(values.size());
    for (String value : values) {
      text(out, value);
    }
  }

  private static void text(DataOutputStream out, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
    } else {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
