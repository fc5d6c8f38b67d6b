/**
 * How Switchroom is: figures for operators by JMX and Prometheus, and health. Reads all features, nobody reads it. Does not belong
 * here: anything that decides.
 */
package org.switchroom.monitoring;
