package org.ketamineregistry.cli.source;

import java.util.List;

/**
 * What is fetched.
 *
 * @param operation of the export, from the base on
 * @param isSearched whether the types are searched without asking for an export
 * @param isSearchable whether a search finds the same, so that it can stand in for an export
 * @param types in the order of dependence
 */
record Wanted(String operation, boolean isSearched, boolean isSearchable, List<String> types) {
  /** By which two runs want the same. */
  String identity(String base) {
    return base + " " + (isSearched ? "search" : operation) + " " + String.join(",", types);
  }
}
