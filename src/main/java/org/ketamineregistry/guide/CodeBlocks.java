package org.ketamineregistry.guide;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Colours the code blocks of a page by the language that they name. */
final class CodeBlocks implements NodeRenderer {
  private final HtmlNodeRendererContext context;
  private final Function<String, Optional<String>> links;

  CodeBlocks(HtmlNodeRendererContext context, Function<String, Optional<String>> links) {
    this.context = context;
    this.links = links;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    var block = (FencedCodeBlock) node;
    context.getWriter().raw(SourceText.block(block.getLiteral(), block.getInfo(), links));
  }
}
