/**
 * Who owes which data: what plans need and departments usually deliver, when it is due, what of it came.
 *
 * <p>A feed is one base measure of one department. Source: domain specification §2.1, §2.5, §8.7. Entry: {@link
 * org.kpisuite.domain.feed.FeedBook}.
 */
package org.kpisuite.domain.feed;
