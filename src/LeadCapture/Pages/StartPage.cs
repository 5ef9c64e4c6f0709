namespace LeadCapture.Pages;

/// The published forms, as the start page lists them.
public sealed record StartPage(IReadOnlyList<(string Slug, string Title, string Intro)> Forms);
