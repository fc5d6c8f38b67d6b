/** What is judged, and what the rules are made of. */
package org.switchroom.guard.entity;
