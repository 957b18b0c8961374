package org.ketamineregistry.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * Of whom records are exported (FHIR Bulk Data Access 2.0, section 3.1.1): {@code $export} and
 * {@code Patient/$export} of everybody, {@code Group/[id]/$export} of a clinic's patients or a
 * study's subjects. Groups are no records: their ids are those of the clinic and of the study.
 *
 * @param path below the base, as it stands in a manifest
 * @param group the id of the group; null for everybody
 */
record ExportLevel(String path, @Nullable String group) {
  static final String GROUP = "Group";
  private static final Pattern ALL = Pattern.compile("/(Patient/)?\\$export");
  private static final Pattern OF_GROUP = Pattern.compile("/Group/([^/]+)/\\$export");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** What a path says; empty where nothing is begun at it. */
  static Optional<ExportLevel> of(String path) {
    Matcher all = ALL.matcher(path);
    if (all.matches()) {
      return Optional.of(
          new ExportLevel((all.group(1) == null ? "" : all.group(1)) + "$export", null));
    }
    Matcher group = OF_GROUP.matcher(path);
    return group.matches()
        ? Optional.of(new ExportLevel(GROUP + "/" + group.group(1) + "/$export", group.group(1)))
        : Optional.empty();
  }

  /**
   * @throws Refused 404 where the group cannot be one
   */
  ExportLevel known() {
    if (group != null && !ID.matcher(group).matches()) {
      throw Refused.because(
          ErrorCode.NOT_FOUND,
          "There is no such group: the id of a clinic's Organization means its patients, that of a"
              + " ResearchStudy its subjects.");
    }
    return this;
  }
}
