package org.ketamineregistry.cli.directory;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.network.DirectoryDraft;
import org.ketamineregistry.network.MemberEntry;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The list of members as the network's secretary writes it by hand, in YAML. Every value is taken
 * as it stands, so that the country {@code NO} is Norway. All problems are told at once, each with
 * its line.
 */
final class MembersFile {
  private static final Set<String> TOP = Set.of("network", "members");
  private static final Set<String> OF_A_MEMBER =
      Set.of("id", "name", "country", "address", "tokens", "guide-versions", "tls-keys");

  private final List<String> problems = new ArrayList<>();

  private MembersFile() {}

  /**
   * Reads a list.
   *
   * @param version of the directory that is made of it
   * @throws UnusableMembers where anything is wrong with it
   */
  static DirectoryDraft read(String text, long version) throws UnusableMembers {
    var file = new MembersFile();
    DirectoryDraft draft = file.draft(text, version);
    file.problems.addAll(draft.problems());
    if (!file.problems.isEmpty()) {
      throw new UnusableMembers(file.problems);
    }
    return draft;
  }

  private DirectoryDraft draft(String text, long version) throws UnusableMembers {
    Node root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      throw new UnusableMembers(
          List.of(
              "line " + (e.getProblemMark().getLine() + 1) + ": no YAML here, " + e.getProblem()));
    }
    Map<String, Node> top = fields(root, TOP);
    List<MemberEntry> members = new ArrayList<>();
    if (top.get("members") instanceof SequenceNode list) {
      list.getValue().forEach(member -> members.add(member(member)));
    }
    return new DirectoryDraft(text(top.get("network")), version, members);
  }

  private MemberEntry member(Node node) {
    Map<String, Node> fields = fields(node, OF_A_MEMBER);
    var entry =
        new MemberEntry(
            text(fields.get("id")),
            text(fields.get("name")),
            text(fields.get("country")),
            text(fields.get("address")),
            fields.containsKey("tokens") ? text(fields.get("tokens")) : null,
            texts(fields.get("guide-versions")),
            texts(fields.get("tls-keys")));
    String who = entry.id().isEmpty() ? "" : ", member " + entry.id();
    entry
        .problems()
        .forEach(
            problem -> {
              String field = problem.substring(0, problem.indexOf(':'));
              problems.add(at(fields.getOrDefault(field, node)) + who + ": " + problem);
            });
    return entry;
  }

  private Map<String, Node> fields(@Nullable Node node, Set<String> known) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          at(node) + ": here stand " + String.join(", ", known.stream().sorted().toList()));
      return fields;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String name = text(tuple.getKeyNode());
      if (!known.contains(name)) {
        problems.add(at(tuple.getKeyNode()) + ": nothing is called " + name + " here.");
      } else if (fields.put(name, tuple.getValueNode()) != null) {
        problems.add(at(tuple.getKeyNode()) + ": " + name + " stands twice.");
      }
    }
    return fields;
  }

  private List<String> texts(@Nullable Node node) {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(MembersFile::text).toList()
        : node == null ? List.of() : List.of(text(node));
  }

  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  private static String at(@Nullable Node node) {
    return "line " + (node == null ? 1 : node.getStartMark().getLine() + 1);
  }
}
