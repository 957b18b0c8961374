package org.ketamineregistry.adapter;

import org.ketamineregistry.profiles.GuideDefinitions;

/** The record templates with the guide's codes, read once. */
public final class GuideTemplates {
  private static final Templates TEMPLATES =
      Templates.of(new GuideCodes(GuideDefinitions.get().guide()));

  private GuideTemplates() {}

  public static Templates read() {
    return TEMPLATES;
  }
}
