const longestWait = 10000;

export const firstWait = 1000;

export const nextWait = (wait) => Math.min(wait * 1.5, longestWait);

export const underWay = (delivery) => delivery === "waiting" || delivery === "unconfirmed";

export const newsOf = (delivery, { arrived, kept }) => (delivery === "delivered" ? arrived : kept);
