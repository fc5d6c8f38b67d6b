package org.switchroom.web.support;

/**
 * How a state is drawn.
 *
 * @param tone name of the colour pair in tokens.css
 * @param icon name in the sprite
 */
public record StateLook(String tone, String icon) {}
