/** Reads numbers, judges them, counts calls and money, and keeps what was found; plain Java but for the beans that hold it together. */
package org.switchroom.guard.control;
