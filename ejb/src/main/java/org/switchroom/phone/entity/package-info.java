/** A phone as it is stored, and what may be said of one. */
package org.switchroom.phone.entity;
