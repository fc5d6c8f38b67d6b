/** What the self-audit looks at and what it found. */
package org.switchroom.monitoring.entity;
