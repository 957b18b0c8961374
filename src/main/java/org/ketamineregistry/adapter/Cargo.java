package org.ketamineregistry.adapter;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All that one run brings: it can be opened again and has the same items in the same order. */
public interface Cargo<T> {
  /**
   * What was opened.
   *
   * @param source of the items
   * @param refused where those go that are refused
   * @param file what the source reads from
   */
  record Opened<T>(Source<T> source, RefusedFile<T> refused, Closeable file) implements Closeable {
    @Override
    public void close() throws IOException {
      try (file) {
        refused.close();
      }
    }
  }

  /** The file that keeps how far a run has come. */
  Path state();

  /** Where refused items go unless another file is named: a name that is free. */
  Path refused();

  /** How its items are named where something is told of them. */
  Naming naming();

  /** What is told of the file of refused items where there is one, in lines. */
  List<String> whereRefused(Path refused);

  /**
   * Opens it.
   *
   * @param refused the file of refused items, which is made when there is one
   */
  Opened<T> open(Path refused) throws IOException;
}
