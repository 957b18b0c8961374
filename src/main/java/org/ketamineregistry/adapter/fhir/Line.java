package org.ketamineregistry.adapter.fhir;

/**
 * Where a line stands, so that it can be copied as it is.
 *
 * @param file which of the files, from 0
 * @param number of the line, from 1
 * @param offset of its first byte
 * @param length in bytes, without the end of the line
 */
public record Line(int file, long number, long offset, long length) {
  /** No file has so many lines. */
  static final long LINES = 1_000_000_000;

  /** One number for file and line. */
  long item() {
    return file * LINES + number;
  }
}
