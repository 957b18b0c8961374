package org.ketamineregistry.cli.adapt;

import java.io.IOException;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.UnusableFile;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;

/** What a command tries; whatever makes it impossible is told to the person who runs it. */
public interface Attempt {
  /** Tries it; returns an exit code. */
  int go() throws Mistaken, Unusable, IOException, InterruptedException;

  /**
   * Tries something.
   *
   * @return the exit code
   */
  static int at(Terminal terminal, Attempt attempt) throws InterruptedException {
    try {
      return attempt.go();
    } catch (Mistaken e) {
      e.mistakes().forEach(terminal::complain);
      return Terminal.UNUSABLE;
    } catch (UnusableFile e) {
      return terminal.complain(e.reason() + " Nothing more was done.");
    } catch (Unusable e) {
      return terminal.complain(e.reason());
    } catch (IOException e) {
      return terminal.complain("Cannot read or write: " + e);
    }
  }
}
