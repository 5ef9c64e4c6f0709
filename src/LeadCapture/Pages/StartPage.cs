namespace LeadCapture.Pages;

/// The forms that are open, as the start page lists them.
public sealed record StartPage(IReadOnlyList<(string Slug, string Title, string Intro)> Forms);
