/** The steps. */
package org.switchroom.setup.entity;
