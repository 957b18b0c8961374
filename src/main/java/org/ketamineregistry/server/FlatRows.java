package org.ketamineregistry.server;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.flatfile.ExportPseudonyms;
import org.ketamineregistry.flatfile.FlatFile;
import org.ketamineregistry.projection.View;

/** The rows that a view makes of the records, after a header. */
final class FlatRows implements ExportContent {
  private static final Pattern ACCEPTED = Pattern.compile("text/csv|text/\\*|\\*/\\*");

  private final View view;
  private final FlatFile file;

  FlatRows(View view, byte[] key) {
    this.view = view;
    file = new FlatFile(view, new ExportPseudonyms(key));
  }

  @Override
  public String operation() {
    return Operation.EXPORT_VIEWS.code();
  }

  @Override
  public String mediaType() {
    return FlatFile.MEDIA_TYPE;
  }

  @Override
  public Pattern accepted() {
    return ACCEPTED;
  }

  @Override
  public byte[] beginning() {
    return file.header();
  }

  /** Whose records they are was decided with the operation, which has no reach but all. */
  @Override
  public boolean mayBeShown(Resource resource) {
    return resource.fhirType().equals(view.resourceType());
  }

  @Override
  public byte[] of(Resource resource) {
    return file.lines(resource);
  }
}
