package org.ketamineregistry.guide;

import java.util.Locale;

/** The icons of the tree tables. Each is drawn in a file of its own among the site's assets. */
enum Icon {
  ELEMENT("Element"),
  RESOURCE("Resource"),
  DATATYPE("Data type"),
  PRIMITIVE("Primitive type"),
  CHOICE("Choice of types"),
  REFERENCE("Reference to a resource"),
  EXTENSION_SIMPLE("Extension"),
  EXTENSION_COMPLEX("Extension with parts"),
  MODIFIER_EXTENSION_SIMPLE("Modifier extension"),
  MODIFIER_EXTENSION_COMPLEX("Modifier extension with parts"),
  SLICE("Slices"),
  SLICE_ITEM("Slice"),
  FIXED("Fixed value"),
  REUSE("Same content as another element"),
  PROFILE("Profile"),
  OBJECT_BOX("Object"),
  GROUP("Group"),
  KEY("Key element");

  private final String title;

  Icon(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * The icon for a file name of HL7's renderer.
   *
   * @throws IllegalArgumentException where this site has none
   */
  static Icon of(String file) {
    String name = file.replaceFirst("^icon[_-]", "").replaceFirst("\\.(gif|png|svg)$", "");
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  String file() {
    return "assets/icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
  }

  String image() {
    return new Html()
        .open(
            "img", "class", "icon", "src", file(), "alt", title, "title", title, "width", "16",
            "height", "16")
        .toString();
  }
}
