package org.ketamineregistry.guide;

/** Writes what is particular to the artefacts of one type. */
@FunctionalInterface
interface ArtefactView {
  void write(Artefact artefact, Html html);
}
