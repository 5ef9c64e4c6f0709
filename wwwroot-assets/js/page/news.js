// Told to those who do not see the page.
export function say(text) {
  const news = document.getElementById("news");
  if (news) news.textContent = text;
}
