package org.ketamineregistry.adapter;

import java.io.IOException;

/** A file of which nothing can be read, or not to its end; the message says why and what to do. */
public final class UnusableFile extends IOException {
  private static final long serialVersionUID = 1;

  public UnusableFile(String reason) {
    super(reason);
  }

  /** What to tell the person at the terminal. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
