import { channelsOf, type NetworkDescription } from '../network/network-description.ts';

/** Above, left, below, right. */
type Border = readonly [number, number, number, number];

/** A tensor of a network for one size of picture, and what lies around it for the convolutions. */
export type TensorShape = { readonly height: number; readonly width: number; readonly channels: number; readonly border: Border };

/**
 * Works out the shape of every tensor of a network.
 *
 * @param height of the picture, as `width` in pixels
 * @throws RangeError when the network cannot take such a picture
 */
export function shapeTensors(description: NetworkDescription, height: number, width: number): TensorShape[] {
  if (width % 8 !== 0 || height < 1 || width < 1) throw new RangeError(`The kernels take no picture of ${width} x ${height} pixels.`);
  const sides = [{ height, width: width / 4 }];
  for (const { input, kernel, strides, padding } of description.layers) {
    const from = sides[input]!;
    const to = {
      height: Math.floor((from.height + padding[0] + padding[2] - kernel[0]) / strides[0]) + 1,
      width: Math.floor((from.width + padding[1] + padding[3] - kernel[1]) / strides[1]) + 1,
    };
    if (to.height < 1 || to.width < 1) throw new RangeError(`A picture of ${width} x ${height} pixels is too small for the network.`);
    sides.push(to);
  }
  return sides.map((side, tensor) => ({ ...side, channels: channelsOf(description, tensor), border: borderOf(description, tensor) }));
}

/** The widest border that a convolution wants around a tensor. */
function borderOf({ layers }: NetworkDescription, tensor: number): Border {
  const wanted = layers.filter(({ input }) => input === tensor).map(({ padding }) => padding);
  const most = (side: 0 | 1 | 2 | 3) => Math.max(0, ...wanted.map((padding) => padding[side]));
  return [most(0), most(1), most(2), most(3)];
}

/** Pixels of a tensor with its border. */
export function framedSides({ height, width, border }: TensorShape): { readonly rows: number; readonly columns: number } {
  return { rows: height + border[0] + border[2], columns: width + border[1] + border[3] };
}
