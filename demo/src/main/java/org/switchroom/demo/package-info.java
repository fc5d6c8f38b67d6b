/**
 * A believable call centre for whoever tries the product: set up through the REST API as an administrator would, with people, numbers and
 * addresses that nobody has. The same every time. It knows nothing of the product's classes, and no product class knows it.
 */
package org.switchroom.demo;
