package org.ketamineregistry.guide;

import java.util.List;

/**
 * A page of the site before its frame is put around it.
 *
 * @param file its name
 * @param title its only heading of the first level
 * @param kind what it is, in a word or two, for search results
 * @param trail the pages above it, from the home page on
 * @param body its content, with its headings
 * @param words what search finds it by, beside its title
 */
record Page(String file, String title, String kind, List<Crumb> trail, Html body, String words) {

  /** A step of the way to a page. */
  record Crumb(String target, String title) {}
}
