/** Kinds of items, their settings, and where they may lead. */
package org.switchroom.inbound.entity;
