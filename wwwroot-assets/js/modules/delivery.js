const longestWait = 10000;

export const firstWait = 1000;

export const nextWait = (wait) => Math.min(wait * 1.5, longestWait);

export const underWay = (delivery) => delivery === "waiting" || delivery === "unconfirmed";

export const newsOf = (delivery) =>
  delivery === "delivered"
    ? "Your details have arrived. They are shown on this page."
    : "We have your details. Our team will take it from here.";
