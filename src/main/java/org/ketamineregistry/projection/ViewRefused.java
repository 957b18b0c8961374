package org.ketamineregistry.projection;

/**
 * A ViewDefinition that cannot be run as it is meant: it is wrong, or it uses a construct that is
 * not implemented. A table that is filled otherwise than its view says would be worse than none.
 */
public final class ViewRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param view the name of the view
   * @param place where in the view, for example {@code select[0].column[1].path}
   * @param reason what is wrong there
   */
  ViewRefused(String view, String place, String reason) {
    super("View '%s' is refused at %s: %s".formatted(view, place, reason));
  }
}
