package org.ketamineregistry.server;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;

/** What a file of an export has of each record on its list. */
interface ExportContent {
  /** The operation, as the audit names it. */
  String operation();

  String mediaType();

  /** What one of the types that a reader accepts has to look like. */
  Pattern accepted();

  /** What stands before all records. */
  byte[] beginning();

  /** Whether a record may be shown at all; consent has been asked before. */
  boolean mayBeShown(Resource resource);

  /** What is written of a record; empty where nothing is, which is no disclosure. */
  byte[] of(Resource resource);
}
